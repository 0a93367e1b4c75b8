package dev.mastro.command.account;

/** Hands out the numbers by which people know accounts; unique, not gapless. */
public interface AccountNumbers {

    /** A number no account has. */
    String next();
}
