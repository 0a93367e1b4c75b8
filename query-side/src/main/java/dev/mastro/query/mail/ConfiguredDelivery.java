package dev.mastro.query.mail;

import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The way of the settings. */
@Component
class ConfiguredDelivery implements Delivery {

    private static final String PATIENCE_MILLIS = "20000";

    private final Delivery chosen;

    ConfiguredDelivery(MailSettings settings, SmtpSettings smtp) {
        chosen =
                switch (settings.delivery()) {
                    case OFF, FOLDER -> new FolderDelivery(settings.folder());
                    case SMTP -> new SmtpDelivery(server(smtp));
                };
    }

    @Override
    public void deliver(MimeMessage mail, String id) {
        chosen.deliver(mail, id);
    }

    private static JavaMailSenderImpl server(SmtpSettings settings) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        Properties properties = server.getJavaMailProperties();
        if (!settings.username().isBlank()) {
            server.setUsername(settings.username());
            server.setPassword(settings.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
        String startTls = Boolean.toString(settings.startTls());
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return server;
    }
}
