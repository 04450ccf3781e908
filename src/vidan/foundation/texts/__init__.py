"""Texts out of Word and PDF files, paragraph by paragraph, and two texts compared word by word."""
