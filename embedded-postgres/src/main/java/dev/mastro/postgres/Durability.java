package dev.mastro.postgres;

/** What a commit is worth. */
enum Durability {

    /** Survives the loss of the machine. */
    REAL(
            """
            fsync = on
            full_page_writes = on
            synchronous_commit = on
            shared_buffers = 256MB
            max_wal_size = 2GB
            checkpoint_timeout = 15min
            """),

    /** Dies with the test that asked for it. */
    THROWAWAY(
            """
            fsync = off
            full_page_writes = off
            synchronous_commit = off
            shared_buffers = 64MB
            max_wal_size = 512MB
            """);

    private static final String COMMON =
            """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            lc_monetary = 'C'
            lc_numeric = 'C'
            lc_time = 'C'
            default_text_search_config = 'pg_catalog.simple'
            random_page_cost = 1.1
            max_parallel_workers_per_gather = 1
            jit = off
            log_checkpoints = off
            """;

    private final String settings;

    Durability(String settings) {
        this.settings = settings;
    }

    /** The whole configuration file, written anew at every start. */
    String configuration(int port) {
        return "port = " + port + "\n" + COMMON + settings;
    }
}
