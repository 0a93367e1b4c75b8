package dev.mastro.query.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The server that takes mails; without a user name it is not signed in to. */
@ConfigurationProperties("mastro.mail.smtp")
record SmtpSettings(
        @DefaultValue("localhost") String host,
        @DefaultValue("25") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("false") boolean startTls) {}
