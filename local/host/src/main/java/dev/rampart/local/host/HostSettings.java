package dev.rampart.local.host;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What all functions of a host share.
 *
 * @param runtimeJars the directory that holds AWS's runtime interface client and what it needs
 * @param work a directory that the host may fill: task roots, temporary files, the native library
 * @param region for example {@code eu-west-1}
 * @param runtime what drives the handlers
 * @param clock what the functions' {@code java.time} goes by; empty for the system's clock
 * @param sessionTokens whether processes send their ids with the calls that they make, as session
 *     tokens, so that {@link LambdaHost#kill} can be told which one called
 */
public record HostSettings(
    Path runtimeJars,
    Path work,
    String region,
    Runtimes runtime,
    Optional<FunctionClock> clock,
    boolean sessionTokens) {}
