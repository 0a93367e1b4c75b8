package dev.mastro.chaos.world;

/** Which program a node runs. */
public enum Side {
    /** It decides and writes. */
    COMMAND("dev.mastro.command.CommandSideApplication"),
    /** It projects and reads. */
    QUERY("dev.mastro.query.QuerySideApplication");

    private final String mainClass;

    Side(String mainClass) {
        this.mainClass = mainClass;
    }

    String mainClass() {
        return mainClass;
    }
}
