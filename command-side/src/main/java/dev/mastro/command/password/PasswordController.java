package dev.mastro.command.password;

import dev.mastro.command.catalog.PasswordPolicy;
import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Judges a new password for whoever signs people in, and notes that it changed (billing.md R003-01,
 * R003-02). The secret goes no further than this class, not even as a hash.
 */
@RestController
class PasswordController {

    private final CommandSender commands;
    private final PathIds ids;

    PasswordController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** The new password. */
    record PasswordRequest(String password) {}

    @PutMapping("/api/v1/accounts/{id}/passwords/{user}")
    ResponseEntity<byte[]> change(
            @PathVariable String id,
            @PathVariable String user,
            @RequestBody PasswordRequest request,
            Call call) {
        String password = request.password();
        return commands.send(
                call.withoutBodyHash(),
                new ChangePassword(
                        ids.account(id),
                        PathIds.text("user", user),
                        password.codePointCount(0, password.length()),
                        PasswordPolicy.kindsIn(password)));
    }
}
