package dev.mastro.command.catalog.file;

/** Where a value stands: for a value with a key, the line of the key. */
record Position(String file, int line, String path) {

    Position key(String key, int keyLine) {
        return new Position(file, keyLine, path.isEmpty() ? key : path + "." + key);
    }

    Position item(int index, int itemLine) {
        return new Position(file, itemLine, path + "[" + index + "]");
    }

    InvalidSellerFile refuse(String reason) {
        String key = path.isEmpty() ? "" : path + ": ";
        return new InvalidSellerFile(file + ":" + line + ": " + key + reason);
    }
}
