package dev.mastro.command.ledger;

/** Gives documents their final numbers, where decisions alone cannot know them. */
public interface DocumentNumbers {

    /** The draft as it is to be recorded; {@code before} is the book it was decided over. */
    Draft assign(Book before, Draft draft, Circumstances circumstances);
}
