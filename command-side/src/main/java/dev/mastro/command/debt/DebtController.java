package dev.mastro.command.debt;

import dev.mastro.command.debt.DebtCommands.VoidInvoice;
import dev.mastro.command.debt.DebtCommands.WriteOffInvoice;
import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.http.PathIds.OwedInvoice;
import dev.mastro.command.http.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Debts given up by finance (api.md 5). */
@RestController
@RequestMapping("/api/v1/invoices/{id}")
class DebtController {

    private final CommandSender commands;
    private final PathIds ids;

    DebtController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** Why it is given up. */
    record GivingUpRequest(@Text(max = 1000) String reason) {}

    @PostMapping("/write-off")
    ResponseEntity<byte[]> writeOff(
            @PathVariable String id, @RequestBody GivingUpRequest request, Call call) {
        OwedInvoice invoice = ids.invoice(id);
        return commands.sendAfterDueWork(
                call, new WriteOffInvoice(invoice.account(), invoice.id(), request.reason()));
    }

    @PostMapping("/void")
    ResponseEntity<byte[]> makeVoid(
            @PathVariable String id, @RequestBody GivingUpRequest request, Call call) {
        OwedInvoice invoice = ids.invoice(id);
        return commands.sendAfterDueWork(
                call, new VoidInvoice(invoice.account(), invoice.id(), request.reason()));
    }
}
