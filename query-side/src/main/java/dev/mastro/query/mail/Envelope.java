package dev.mastro.query.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.mastro.query.document.DocumentFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Puts a draft into an envelope: text and HTML beside each other, documents attached. */
@Component
final class Envelope {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session = Session.getInstance(new Properties());
    private final Template text = template("mail.txt.mustache", false);
    private final Template html = template("mail.html.mustache", true);

    /** The id is that of the cause, so that a mail sent twice is known as one by its readers. */
    MimeMessage of(Draft draft, String to, String id, Instant at) {
        try {
            MimeMessage mail = new MimeMessage(session);
            MimeMessageHelper helper = new MimeMessageHelper(mail, true, UTF_8);
            Draft.Content content = draft.content();
            helper.setFrom(
                    new InternetAddress(
                            content.sender().address(), content.sender().name(), UTF_8));
            helper.setTo(new InternetAddress(to, true));
            helper.setSubject(content.subject());
            helper.setText(text.execute(content), html.execute(content));
            helper.setSentDate(Date.from(at));
            for (DocumentFile file : draft.documents()) {
                helper.addAttachment(
                        file.name(), new ByteArrayResource(file.bytes()), "application/pdf");
            }
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Content-Language", content.language());
            mail.saveChanges();
            mail.setHeader("Message-ID", "<" + id + "@mastro>");
            return mail;
        } catch (AddressException e) {
            throw new Delivery.Undelivered("NO_ADDRESS", true, e);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("cannot put mail " + id + " together", e);
        }
    }

    private static Template template(String file, boolean escape) {
        return Mustache.compiler()
                .escapeHTML(escape)
                .emptyStringIsFalse(true)
                .nullValue("")
                .compile(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Envelope.class.getResourceAsStream("/mail/" + file), file),
                                StandardCharsets.UTF_8));
    }
}
