package dev.mastro.query.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Gives mails to a mail server. What it answers is noted as a code, since its text has addresses.
 */
public final class SmtpDelivery implements Delivery {

    private static final int FOR_EVER = 500;
    private static final Set<Integer> SIGN_IN_FIRST = Set.of(530, 534, 535, 538);

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

    private static Undelivered refused(MailSendException failure) {
        for (Exception one : failure.getFailedMessages().values()) {
            if (one instanceof SendFailedException refusal) {
                return answered(refusal, failure);
            }
        }
        return new Undelivered("SERVER_NOT_REACHED", false, failure);
    }

    /**
     * What is answered with 5xx stays refused (RFC 5321, 4.2.1), unless it is the seller's own sign
     * in; for everything else there is another time.
     */
    private static Undelivered answered(SendFailedException refusal, MailSendException failure) {
        int answer = 0;
        boolean address = false;
        Exception one = refusal;
        while (one instanceof MessagingException link) {
            if (link instanceof SMTPAddressFailedException recipient) {
                address = true;
                answer = recipient.getReturnCode();
            } else if (link instanceof SMTPSendFailedException message && !address) {
                answer = message.getReturnCode();
            }
            one = link.getNextException();
        }
        if (SIGN_IN_FIRST.contains(answer)) {
            return new Undelivered("SIGN_IN_REFUSED", false, failure);
        }
        if (answer < FOR_EVER) {
            return new Undelivered("NOT_NOW", false, failure);
        }
        return new Undelivered(address ? "ADDRESS_REFUSED" : "REFUSED", true, failure);
    }
}
