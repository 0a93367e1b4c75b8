package dev.mastro.architecture;

/**
 * Where things are. The star stands for {@code dev} and for {@code wrong}, the root of the classes
 * that are wrong on purpose.
 */
final class Packages {

    static final String COMMAND = "*.mastro.command..";

    static final String QUERY = "*.mastro.query..";

    static final String SHARED = "*.mastro.shared..";

    static final String EVENT_STORE = "*.mastro.eventstore..";

    static final String EMBEDDED_POSTGRES = "*.mastro.postgres..";

    static final String PLATFORM = "*.mastro..platform..";

    /** Decisions and what they know, without the world around them. */
    static final String[] PURE = {
        SHARED, "*.mastro.command.ledger..", "*.mastro.command.document.."
    };

    static final String PURE_NAMES =
            ".*(State|Rules|Decision|Decisions|Words|Sentence|Planning|Plan|Spending)";

    /** Loads the aggregates that the features decide about, so the features use it. */
    static final String UNIT_OF_WORK = "*.mastro.command.work..";

    /** What belongs to no feature: the words of all decisions, and what they are made of. */
    static final String[] COMMON = {
        "*.mastro.command.ledger..",
        "*.mastro.command.document..",
        "*.mastro.command.facts..",
        "*.mastro.command.catalog..",
        "*.mastro.command.platform.."
    };

    /** Reads bodies, answers problems and remembers answers for all controllers of its side. */
    static final String WEB_WIRING = "*.mastro.command.http..";

    static final String[] WEB = {
        "org.springframework.web..",
        "org.springframework.http..",
        "org.springframework.boot.web..",
        "jakarta.servlet.."
    };

    static final String[] JDBC = {
        "java.sql..",
        "javax.sql..",
        "org.springframework.jdbc..",
        "org.postgresql..",
        "org.axonframework.common.jdbc.."
    };

    static final String[] FRAMEWORKS = {
        "org.springframework..",
        "jakarta..",
        "org.axonframework.commandhandling..",
        "org.axonframework.common..",
        "org.axonframework.config..",
        "org.axonframework.eventhandling..",
        "org.axonframework.eventsourcing..",
        "org.axonframework.messaging..",
        "org.axonframework.modelling..",
        "org.axonframework.queryhandling..",
        "org.axonframework.spring.."
    };

    static final String CHANCE =
            "java\\.(util\\.(\\w*Random|random\\..*|concurrent\\.ThreadLocalRandom)"
                    + "|security\\.SecureRandom)";

    private Packages() {}
}
