package dev.rampart.local.identity.settings;

import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the Cognito resources of a template whose references are resolved. */
public final class IdentityTemplate {
  private static final String PREFIX = "AWS::Cognito::";

  /** The type of a user pool, of which a run has one. */
  public static final String POOL = PREFIX + "UserPool";

  private static final String CLIENT = PREFIX + "UserPoolClient";
  private static final String SERVER = PREFIX + "UserPoolResourceServer";
  private static final String GROUP = PREFIX + "UserPoolGroup";
  private static final String DOMAIN = PREFIX + "UserPoolDomain";

  /** The type of what exports the activity of a pool's users. */
  public static final String LOG_DELIVERY = PREFIX + "LogDeliveryConfiguration";

  private final List<Properties> resources;
  private final PhysicalIds ids;

  private IdentityTemplate(List<Properties> resources, PhysicalIds ids) {
    this.resources = List.copyOf(resources);
    this.ids = ids;
  }

  /** Returns whether the local pool reads resources of a type. */
  public static boolean takes(String type) {
    return Set.of(POOL, CLIENT, SERVER, GROUP, DOMAIN, LOG_DELIVERY).contains(type);
  }

  /**
   * Reads the one pool and what belongs to it.
   *
   * @param resources those of the types that it {@linkplain #takes}, one user pool among them
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static IdentitySettings read(List<Properties> resources, PhysicalIds ids) {
    return new IdentityTemplate(resources, ids).read();
  }

  private IdentitySettings read() {
    PoolSettings pool =
        all(POOL, (id, properties) -> PoolReader.read(ids.pool(id), properties)).getFirst();
    List<ResourceServerSettings> servers = all(SERVER, (_, p) -> server(ofPool(pool, p)));
    Set<String> custom =
        servers.stream()
            .flatMap(server -> server.fullScopes().stream())
            .collect(Collectors.toUnmodifiableSet());
    List<ClientSettings> clients =
        all(CLIENT, (id, p) -> new ClientReader(ofPool(pool, p), custom).read(id, ids));
    List<GroupSettings> groups = all(GROUP, (_, p) -> group(ofPool(pool, p)));
    Optional<String> domain = all(DOMAIN, (_, p) -> domain(ofPool(pool, p))).stream().findFirst();
    Optional<String> log =
        LogDeliveryReader.read(all(LOG_DELIVERY, (_, p) -> ofPool(pool, p)), pool);
    return new IdentitySettings(pool, clients, servers, groups, domain, log);
  }

  private <T> List<T> all(String type, BiFunction<String, Properties, T> reader) {
    return resources.stream()
        .filter(properties -> properties.resource().type().equals(type))
        .map(properties -> reader.apply(properties.resource().logicalId(), properties))
        .toList();
  }

  private static Properties ofPool(PoolSettings pool, Properties properties) {
    if (!properties.text("UserPoolId").equals(pool.id())) {
      throw properties.fault("UserPoolId", "does not name the pool " + pool.id());
    }
    return properties;
  }

  private static ResourceServerSettings server(Properties properties) {
    List<String> scopes = new ArrayList<>();
    for (Properties scope : properties.objects("Scopes")) {
      scopes.add(scope.text("ScopeName"));
      scope.text("ScopeDescription");
    }
    return new ResourceServerSettings(
        properties.text("Identifier"), properties.text("Name"), List.copyOf(scopes));
  }

  private static GroupSettings group(Properties properties) {
    return new GroupSettings(
        properties.text("GroupName"),
        properties.optionalText("Description").orElse(""),
        properties.optionalNumber("Precedence", 0, Integer.MAX_VALUE));
  }

  private static String domain(Properties properties) {
    properties.leave("ManagedLoginVersion");
    return Stream.of(properties.text("Domain"))
        .filter(domain -> domain.matches("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"))
        .findFirst()
        .orElseThrow(() -> properties.fault("Domain", "is not a prefix of lower-case letters"));
  }
}
