package dev.mastro.query.mail;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mails go.
 *
 * @param folder takes a file for each mail, when {@code delivery} says so
 * @param from the sender of mails of a seller who has no address of his own
 * @param payLink where an invoice is paid, with {@code {account}}, {@code {invoice}} and {@code
 *     {language}} in it
 * @param firstRetry how long to wait before the second attempt; doubled for each further one
 * @param giveUpAfter attempts
 * @param lease how long a mail is left to whoever took it, who may have died
 */
@ConfigurationProperties("mastro.mail")
public record MailSettings(
        @DefaultValue("OFF") Way delivery,
        @DefaultValue("data/mail") Path folder,
        @DefaultValue("billing@localhost") String from,
        @DefaultValue(
                        "http://127.0.0.1:8080/pay?account={account}&invoice={invoice}"
                                + "&lang={language}")
                String payLink,
        @DefaultValue("30s") Duration firstRetry,
        @DefaultValue("15") int giveUpAfter,
        @DefaultValue("5m") Duration lease) {

    /** How a mail leaves the house. */
    public enum Way {
        /** Not at all: nothing is noted either, and switching it on later sends nothing old. */
        OFF,
        /** As a file with the ending {@code .eml}. */
        FOLDER,
        SMTP
    }
}
