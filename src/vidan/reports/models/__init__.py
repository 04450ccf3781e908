"""What reports keep: templates, drafts and frozen editions."""
