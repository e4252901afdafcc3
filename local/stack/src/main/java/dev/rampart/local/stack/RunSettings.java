package dev.rampart.local.stack;

import dev.rampart.local.stack.storage.StaticSite;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
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
 * @param parameters values for parameters of the template; the others take their defaults
 * @param locations databases that tell where addresses are, for rules of the firewall that ask
 * @param users who can sign in from the start
 * @param site what a bucket of the template has in it; empty for nothing
 * @param control whether a second port moves the clock of the run and makes faults
 */
public record RunSettings(
    String stackName,
    Path template,
    Path target,
    int port,
    Optional<Path> data,
    Optional<URI> dynamodb,
    Map<String, String> parameters,
    List<Path> locations,
    List<SeedUser> users,
    Optional<StaticSite> site,
    boolean control) {
  /** Settings that nobody changes. */
  public RunSettings {
    parameters = Map.copyOf(parameters);
    locations = List.copyOf(locations);
    users = List.copyOf(users);
  }

  /** Returns the same with other values for some parameters of the template. */
  public RunSettings with(Map<String, String> otherParameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.putAll(otherParameters);
    return new RunSettings(
        stackName, template, target, port, data, dynamodb, all, locations, users, site, control);
  }

  /** Returns the same with or without the port for tests. */
  public RunSettings withControl(boolean opened) {
    return new RunSettings(
        stackName,
        template,
        target,
        port,
        data,
        dynamodb,
        parameters,
        locations,
        users,
        site,
        opened);
  }

  /** Returns the same with other databases that tell where addresses are. */
  public RunSettings withLocations(List<Path> files) {
    return new RunSettings(
        stackName, template, target, port, data, dynamodb, parameters, files, users, site, control);
  }

  /** Returns the parameters of the template for a run whose gateway listens on a port. */
  Map<String, String> parameters(int listening) {
    Map<String, String> all = new HashMap<>();
    site.ifPresent(shown -> all.put(shown.name(), shown.url(listening)));
    all.putAll(parameters);
    return all;
  }

  /** Returns the folder of the template, from which paths in it start. */
  Path root() {
    return template.toAbsolutePath().resolveSibling("");
  }
}
