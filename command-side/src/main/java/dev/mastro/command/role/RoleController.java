package dev.mastro.command.role;

import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.shared.account.AccountRole;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who of the customer's people may do what (api.md 2). */
@RestController
@RequestMapping("/api/v1/accounts/{id}/roles/{user}")
class RoleController {

    private final CommandSender commands;
    private final PathIds ids;

    RoleController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** A role of the customer's people. */
    record RoleRequest(AccountRole role) {}

    @PutMapping
    ResponseEntity<byte[]> give(
            @PathVariable String id,
            @PathVariable String user,
            @RequestBody RoleRequest request,
            Call call) {
        return commands.send(
                call, new GiveRole(ids.account(id), PathIds.text("user", user), request.role()));
    }

    @DeleteMapping
    ResponseEntity<byte[]> take(@PathVariable String id, @PathVariable String user, Call call) {
        return commands.send(call, new TakeRole(ids.account(id), PathIds.text("user", user)));
    }
}
