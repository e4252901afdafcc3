package dev.rampart.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.identity.directory.Email;
import dev.rampart.local.identity.directory.NewUser;
import dev.rampart.local.identity.pool.PoolEnvironment;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.settings.IdentityTemplate;
import dev.rampart.local.identity.settings.PhysicalIds;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.PreTokenGeneration;
import dev.rampart.local.identity.token.SigningKeys;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The resources that the tests run, as a template would have them. */
public final class Fixture {
  public static final JsonMapper JSON = JsonMapper.builder().build();

  private Fixture() {}

  /** Returns the settings of the resources, each changed first by somebody. */
  public static IdentitySettings settings(BlobStore store, Consumer<ObjectNode> change) {
    PhysicalIds ids = new PhysicalIds("eu-west-1", store);
    List<Properties> properties =
        stack(ids.pool("UserPool"), change).resources().stream().map(Resource::read).toList();
    IdentitySettings settings = IdentityTemplate.read(properties, ids);
    properties.forEach(Properties::end);
    return settings;
  }

  /** Returns the stack of the resources, each changed first by somebody. */
  private static Stack stack(String poolId, Consumer<ObjectNode> change) {
    ObjectNode resources = JSON.createObjectNode();
    for (JsonNode resource : resources(poolId)) {
      change.accept((ObjectNode) resource);
      ObjectNode written = resources.putObject(resource.path("logicalId").asText());
      written.set("Type", resource.path("type"));
      written.set("Properties", resource.path("properties"));
    }
    String template = JSON.createObjectNode().set("Resources", resources).toString();
    return Template.read("t.yaml", template).stack(Map.of());
  }

  /** Changes the properties of one resource. */
  public static Consumer<ObjectNode> in(String logicalId, Consumer<ObjectNode> change) {
    return resource -> {
      if (resource.path("logicalId").asText().equals(logicalId)) {
        change.accept((ObjectNode) resource.path("properties"));
      }
    };
  }

  private static ArrayNode resources(String poolId) {
    try (InputStream in = Fixture.class.getResourceAsStream("resources.json")) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .replace("${UserPool}", poolId);
      return (ArrayNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns an environment with the tests' clock, in which any signed call is an administrator's.
   */
  public static PoolEnvironment environment(BlobStore store, Consumer<Email> mail) {
    return new PoolEnvironment(
        store,
        SigningKeys.in(store),
        new TestClock(),
        PreTokenGeneration.none(),
        _ -> {},
        mail,
        _ -> true);
  }

  /** Returns a user with a fresh secret for one-time codes. */
  public static NewUser user(String name, String password, String... groups) {
    return new NewUser(
        name,
        password,
        Optional.of(name + "@example.com"),
        Optional.of(TotpCode.newSecret()),
        List.of(groups));
  }

  /** Returns the one-time code of a moment. */
  public static String totp(String secret, Instant moment) {
    return TotpCode.ofStep(secret, TotpCode.step(moment));
  }
}
