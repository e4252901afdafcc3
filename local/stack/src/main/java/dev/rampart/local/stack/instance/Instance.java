package dev.rampart.local.stack.instance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program needs to know of a running instance; the same on stdout and in the instance file.
 *
 * @param baseUrl of the API, without {@code /v1}
 * @param apiKey the first API key of the template
 * @param apiKeys all of them by logical id
 * @param redirectUri the web client's callback
 * @param signInUrl the hosted pages, without a trailing slash
 * @param console where browsers reach the console; empty if it is switched off
 * @param endpoints one URL for each service, each good for {@code aws --endpoint-url}, and under
 *     {@code status} the URL at which the run tells how it is doing
 * @param names the physical names of tables, bus, pool and queues
 * @param control where tests move the clock of the run and make faults; empty if they cannot
 * @param logs the files of the access log, of the events on the bus and of each function
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Instance(
    int schemaVersion,
    long pid,
    String baseUrl,
    String region,
    String apiKey,
    Map<String, String> apiKeys,
    String issuer,
    String jwksUrl,
    String clientId,
    String redirectUri,
    String signInUrl,
    Optional<String> console,
    MachineClient machineClient,
    List<User> users,
    Map<String, String> endpoints,
    Credentials credentials,
    Names names,
    Map<String, String> logs,
    Optional<Control> control) {
  /** The version of this shape. */
  public static final int SCHEMA_VERSION = 1;

  /** The client for programs. */
  public record MachineClient(String id, String secret) {}

  /** An administrator of the local run; good for nothing else. */
  public record Credentials(String accessKeyId, String secretAccessKey) {}

  /**
   * The address for tests.
   *
   * @param token what a request has to carry as {@code Authorization: Bearer}
   */
  public record Control(String url, String token) {}

  /** Somebody who can sign in. */
  public record User(
      String name, String password, Optional<String> totpSecret, String sub, List<String> scopes) {}

  /** Physical names, by logical id of the template if there are several. */
  public record Names(
      Map<String, String> tables, String bus, String userPool, Map<String, String> queues) {}

  /**
   * Returns a user.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public User user(String name) {
    return users.stream()
        .filter(user -> user.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no user " + name + "; there are " + userNames()));
  }

  private String userNames() {
    return String.join(", ", users.stream().map(User::name).toList());
  }
}
