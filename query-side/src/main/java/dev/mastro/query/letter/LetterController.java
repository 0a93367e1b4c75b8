package dev.mastro.query.letter;

import dev.mastro.query.platform.LogReaders;
import dev.mastro.query.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projections/{name}/letters")
class LetterController {

    private final LogReaders readers;
    private final WaitingLetters letters;
    private final Retry retry;

    LetterController(LogReaders readers, WaitingLetters letters, Retry retry) {
        this.readers = readers;
        this.letters = letters;
        this.retry = retry;
    }

    @GetMapping
    Page<WaitingLetters.Letter> letters(@PathVariable String name) {
        return new Page<>(letters.of(readers.of(name).name()), null);
    }

    @PostMapping("/retry")
    Page<WaitingLetters.Letter> retry(@PathVariable String name) {
        retry.all(readers.of(name));
        return letters(name);
    }

    @PostMapping("/{account}/retry")
    Page<WaitingLetters.Letter> retryAccount(
            @PathVariable String name, @PathVariable String account) {
        retry.account(readers.of(name), account);
        return letters(name);
    }
}
