"""Foreign files to sources: readers make a manuscript of a file, recognisers make a source of a manuscript."""
