package dev.mastro.command.closing;

import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.RequestMistake;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Closes months of the books (api.md 6). */
@RestController
class ClosingController {

    private final CommandSender commands;

    ClosingController(CommandSender commands) {
        this.commands = commands;
    }

    @PostMapping("/api/v1/books/periods/{month}/close")
    ResponseEntity<byte[]> close(@PathVariable String month, Call call) {
        return commands.send(call, new CloseBooks(parse(month)));
    }

    private static YearMonth parse(String month) {
        try {
            if (month.matches("[0-9]{4}-[0-9]{2}")) {
                return YearMonth.parse(month);
            }
        } catch (DateTimeException _) {
            // Told below like any other text that is no month.
        }
        throw RequestMistake.in("month", "month is no month: yyyy-mm.");
    }
}
