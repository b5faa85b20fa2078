"""Draft Chinese speeches and essays: read, mine, fill, check, write."""
