package dev.rampart.local.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a gateway is run.
 *
 * @param api what it serves
 * @param address the name or address to listen on; loopback unless somebody asks for more
 * @param port 0 for any free one
 * @param issuer the exact {@code iss} of good tokens
 * @param keys where the issuer's keys are
 * @param keysWindow the shortest time between two fetches of the keys
 * @param apiKeys the ids of the API keys by their values
 * @param integration where requests go
 * @param integrationTimeout how long a function may take; AWS gives 29 s
 * @param firewall what judges before everything else (AWS WAF)
 * @param plan what judges after the API key (usage plan: throttle and quota)
 * @param accessLog the file of the access log, if any
 * @param logListener gets each line of the access log
 * @param clock what tells the time for tokens, keys and logs
 */
public record GatewaySettings(
    ApiDefinition api,
    String address,
    int port,
    String issuer,
    KeySource keys,
    Duration keysWindow,
    Map<String, String> apiKeys,
    Integration integration,
    Duration integrationTimeout,
    Gate firewall,
    Gate plan,
    Optional<Path> accessLog,
    Consumer<String> logListener,
    Clock clock) {
  public GatewaySettings {
    apiKeys = Map.copyOf(apiKeys);
  }

  /** Settings with AWS's limits, on a free port of loopback, without log, firewall and plan. */
  public static GatewaySettings of(
      ApiDefinition api, String issuer, KeySource keys, Integration integration) {
    return new GatewaySettings(
        api,
        "127.0.0.1",
        0,
        issuer,
        keys,
        Duration.ofSeconds(60),
        Map.of(),
        integration,
        Duration.ofSeconds(29),
        Gate.open(),
        Gate.open(),
        Optional.empty(),
        _ -> {},
        Clock.systemUTC());
  }

  public GatewaySettings listeningOn(String otherAddress, int otherPort) {
    return new GatewaySettings(
        api,
        otherAddress,
        otherPort,
        issuer,
        keys,
        keysWindow,
        apiKeys,
        integration,
        integrationTimeout,
        firewall,
        plan,
        accessLog,
        logListener,
        clock);
  }

  public GatewaySettings withApiKeys(Map<String, String> idsByValue) {
    return new GatewaySettings(
        api,
        address,
        port,
        issuer,
        keys,
        keysWindow,
        idsByValue,
        integration,
        integrationTimeout,
        firewall,
        plan,
        accessLog,
        logListener,
        clock);
  }

  public GatewaySettings withGates(Gate newFirewall, Gate newPlan) {
    return new GatewaySettings(
        api,
        address,
        port,
        issuer,
        keys,
        keysWindow,
        apiKeys,
        integration,
        integrationTimeout,
        newFirewall,
        newPlan,
        accessLog,
        logListener,
        clock);
  }

  public GatewaySettings logging(Path file, Consumer<String> listener) {
    return new GatewaySettings(
        api,
        address,
        port,
        issuer,
        keys,
        keysWindow,
        apiKeys,
        integration,
        integrationTimeout,
        firewall,
        plan,
        Optional.of(file),
        listener,
        clock);
  }

  public GatewaySettings withClock(Clock other) {
    return new GatewaySettings(
        api,
        address,
        port,
        issuer,
        keys,
        keysWindow,
        apiKeys,
        integration,
        integrationTimeout,
        firewall,
        plan,
        accessLog,
        logListener,
        other);
  }

  /** For tests of slow functions and of keys that come and go. */
  GatewaySettings withTimes(Duration forFunction, Duration betweenFetches) {
    return new GatewaySettings(
        api,
        address,
        port,
        issuer,
        keys,
        betweenFetches,
        apiKeys,
        integration,
        forFunction,
        firewall,
        plan,
        accessLog,
        logListener,
        clock);
  }
}
