package dev.mastro.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;

/** What is inside a mail. */
final class Parts {

    private Parts() {}

    static List<BodyPart> attachments(MimeMessage mail) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        List<BodyPart> files = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            if (Part.ATTACHMENT.equals(parts.getBodyPart(i).getDisposition())) {
                files.add(parts.getBodyPart(i));
            }
        }
        return files;
    }

    /** The text part; there is an HTML part beside it. */
    static String text(Part part) throws Exception {
        if (part.getContent() instanceof MimeMultipart parts) {
            return text(parts.getBodyPart(0));
        }
        return part.getContent().toString();
    }
}
