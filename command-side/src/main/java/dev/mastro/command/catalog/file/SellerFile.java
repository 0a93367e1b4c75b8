package dev.mastro.command.catalog.file;

/** A file as it was found: the name people know it by, and what it says. */
record SellerFile(String name, String text) {}
