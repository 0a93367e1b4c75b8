package dev.mastro.query.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file for each mail, named by its cause: whoever reads the folder never sees half of one. */
public final class FolderDelivery implements Delivery {

    private final Path folder;

    public FolderDelivery(Path folder) {
        this.folder = folder;
    }

    @Override
    public void deliver(MimeMessage mail, String id) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(id + ".part");
            try (OutputStream file = Files.newOutputStream(part)) {
                mail.writeTo(file);
            }
            Files.move(
                    part,
                    folder.resolve(id + ".eml"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | MessagingException e) {
            throw new Undelivered("FOLDER", false, e);
        }
    }
}
