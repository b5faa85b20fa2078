"""Files on one side, the outline on the other; one module for each format."""
