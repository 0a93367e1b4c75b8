package dev.mastro.query.mail;

import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Gives mails to a mail server. What it answers is noted as a code, since its text has addresses.
 */
public final class SmtpDelivery implements Delivery {

    private final JavaMailSender sender;

    public SmtpDelivery(JavaMailSender sender) {
        this.sender = sender;
    }

    @Override
    public void deliver(MimeMessage mail, String id) {
        try {
            sender.send(mail);
        } catch (MailSendException e) {
            throw refused(e);
        } catch (MailAuthenticationException e) {
            throw new Undelivered("SIGN_IN_REFUSED", false, e);
        } catch (MailException e) {
            throw new Undelivered("NOT_SENT", false, e);
        }
    }

    /** An address that is refused stays refused; for everything else there is another time. */
    private static Undelivered refused(MailSendException failure) {
        for (Exception one : failure.getFailedMessages().values()) {
            if (one instanceof SendFailedException refusal) {
                return isUnknown(refusal.getInvalidAddresses())
                        ? new Undelivered("ADDRESS_REFUSED", true, failure)
                        : new Undelivered("REFUSED", false, failure);
            }
        }
        return new Undelivered("SERVER_NOT_REACHED", false, failure);
    }

    private static boolean isUnknown(Address @Nullable [] refused) {
        return refused != null && refused.length > 0;
    }
}
