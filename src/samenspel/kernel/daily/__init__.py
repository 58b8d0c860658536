"""Work that comes back every day, without anybody's clock outside the site."""
