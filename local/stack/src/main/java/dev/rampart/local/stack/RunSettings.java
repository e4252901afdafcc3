package dev.rampart.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is asked for.
 *
 * @param template the file; what its functions name as code is beside it
 * @param target holds AWS's runtime client in {@code runtime-client}, and gets the logs of the run
 * @param port of the API, 0 for any free one
 * @param data where to keep data; empty for memory
 * @param dynamodb another endpoint to use instead of the local tables
 * @param parameters the values of the template's parameters that are not to have their defaults
 * @param users who can sign in from the start
 */
public record RunSettings(
    String stackName,
    Path template,
    Path target,
    int port,
    Optional<Path> data,
    Optional<URI> dynamodb,
    Map<String, String> parameters,
    List<SeedUser> users) {
  /** Settings whose list and map nobody changes. */
  public RunSettings {
    parameters = Map.copyOf(parameters);
    users = List.copyOf(users);
  }

  /** Returns these settings with values of parameters. */
  public RunSettings with(Map<String, String> otherParameters) {
    return new RunSettings(
        stackName, template, target, port, data, dynamodb, otherParameters, users);
  }

  /** Returns the folder of the template, from which paths in it start. */
  Path root() {
    return template.toAbsolutePath().resolveSibling("");
  }
}
