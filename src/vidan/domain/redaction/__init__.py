"""Hiding what a picture or a page shows (che trên ảnh và trên trang PDF): bars, and which points they cover."""
