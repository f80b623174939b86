"""What the files may say: one frozen, strict class for each part of an account or shared file."""
