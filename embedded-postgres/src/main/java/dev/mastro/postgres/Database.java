package dev.mastro.postgres;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach one database of the embedded server, as the owner of its log. */
public record Database(String url, String user, String password) {

    /** The role of those who may add to the log and read it, but not change it. */
    static final String APPLICATION = "mastro_app";

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Opens a connection each time; for those who ask now and then. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** The same database as the application reaches it. */
    public Database application() {
        return new Database(url, APPLICATION, applicationPassword(password));
    }

    /** The same database on another way. */
    public Database at(String otherUrl) {
        return new Database(otherUrl, user, password);
    }

    /** The properties that point Spring Boot here: the owner migrates, the application works. */
    public Map<String, Object> springProperties() {
        Database application = application();
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", application.user,
                "spring.datasource.password", application.password,
                "spring.flyway.url", url,
                "spring.flyway.user", user,
                "spring.flyway.password", password);
    }

    /** Follows from the owner's, which does not follow from it. */
    static String applicationPassword(String ownerPassword) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(APPLICATION.getBytes(StandardCharsets.UTF_8));
            digest.update(ownerPassword.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
