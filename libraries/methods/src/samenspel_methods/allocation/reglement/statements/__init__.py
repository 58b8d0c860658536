"""What a reglement says, as codes with parameters; the sentences are in `texts/reglement.<language>.toml`."""
