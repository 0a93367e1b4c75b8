package dev.mastro.command.action;

import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the actor may do on an account, judged by the commands themselves (api.md 2). Like they do,
 * it makes up first for what has fallen due, so that it says what they would.
 */
@RestController
class ActionController {

    private final CommandSender commands;
    private final PathIds ids;

    ActionController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    @GetMapping("/api/v1/accounts/{id}/allowed-actions")
    ResponseEntity<byte[]> show(@PathVariable String id, Call call) {
        return commands.sendAfterDueWork(call, new ShowAllowedActions(ids.account(id)));
    }
}
