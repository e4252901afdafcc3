package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.PoolSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the pool and its clients as the template has them. */
final class PoolOperations {
  private final LocalUserPool pool;
  private final PoolSettings settings;
  private final Instant since;

  PoolOperations(LocalUserPool pool) {
    this.pool = pool;
    this.settings = pool.settings().pool();
    this.since = pool.clock().instant();
  }

  Map<String, PoolOperation> operations() {
    return Map.of(
        "ListUserPools", this::listPools,
        "DescribeUserPool", this::describePool,
        "ListUserPoolClients", this::listClients,
        "DescribeUserPoolClient", this::describeClient);
  }

  private JsonNode listPools(Input input) {
    return new Pager<>("UserPools", "MaxResults", "NextToken", PoolSettings::id, this::summary)
        .page(input, List.of(settings));
  }

  private JsonNode describePool(Input input) {
    Checks.pool(pool, input);
    ObjectNode description = summary(settings);
    description.setAll(settings.properties());
    description.remove("UserPoolName");
    Optional.ofNullable(description.remove("Schema"))
        .ifPresent(schema -> description.set("SchemaAttributes", schema));
    description.remove("EnabledMfas");
    description.put("EstimatedNumberOfUsers", pool.directory().all().size());
    description.put("Arn", settings.arn());
    pool.settings().domain().ifPresent(domain -> description.put("Domain", domain));
    return Output.object().set("UserPool", description);
  }

  private JsonNode listClients(Input input) {
    Checks.pool(pool, input);
    return new Pager<>(
            "UserPoolClients",
            "MaxResults",
            "NextToken",
            ClientSettings::id,
            client ->
                Output.object()
                    .put("ClientId", client.id())
                    .put("UserPoolId", settings.id())
                    .put("ClientName", client.name()))
        .page(input, pool.settings().clients());
  }

  private JsonNode describeClient(Input input) {
    Checks.pool(pool, input);
    ClientSettings client = Checks.client(pool, input.text("ClientId"));
    ObjectNode description = client.properties().deepCopy();
    description.remove("GenerateSecret");
    description.put("UserPoolId", settings.id());
    description.put("ClientId", client.id());
    description.put("ClientName", client.name());
    client.secret().ifPresent(secret -> description.put("ClientSecret", secret.value()));
    return Output.object().set("UserPoolClient", dated(description));
  }

  private ObjectNode summary(PoolSettings shown) {
    return dated(Output.object().put("Id", shown.id()).put("Name", shown.name()));
  }

  private ObjectNode dated(ObjectNode node) {
    BigDecimal time = Output.time(since);
    return node.put("CreationDate", time).put("LastModifiedDate", time);
  }
}
