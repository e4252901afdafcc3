package dev.rampart.local.stack;

import dev.rampart.local.access.AccessReader;
import dev.rampart.local.alarm.AlarmReader;
import dev.rampart.local.events.archive.ArchiveSettings;
import dev.rampart.local.events.bus.ArchiveReader;
import dev.rampart.local.events.bus.BusSettings;
import dev.rampart.local.events.bus.RuleSettings;
import dev.rampart.local.events.bus.RuleTarget;
import dev.rampart.local.events.destination.ApiDestinationSettings;
import dev.rampart.local.events.destination.ConnectionSettings;
import dev.rampart.local.events.queue.QueueSettings;
import dev.rampart.local.firewall.FirewallPlan;
import dev.rampart.local.firewall.FirewallReader;
import dev.rampart.local.firewall.location.AddressLocations;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.usage.UsageSettings;
import dev.rampart.local.host.FunctionSettings;
import dev.rampart.local.host.queue.QueueMappingSettings;
import dev.rampart.local.host.stream.StreamSettings;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.settings.IdentityTemplate;
import dev.rampart.local.identity.settings.PhysicalIds;
import dev.rampart.local.logs.delivery.SubscriptionSettings;
import dev.rampart.local.logs.group.LogGroupSettings;
import dev.rampart.local.schedules.ScheduleReader;
import dev.rampart.local.stack.secrets.SecretDefinition;
import dev.rampart.local.tables.table.TableSettings;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.topics.TopicPlan;
import dev.rampart.local.topics.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Has each stand-in read its resources of a stack, and refuses what none of them reads. */
final class StackReader {
  private static final String API = "AWS::Serverless::Api";
  private static final String API_KEY = "AWS::ApiGateway::ApiKey";
  private static final String USAGE_PLAN = "AWS::ApiGateway::UsagePlan";
  private static final String USAGE_PLAN_KEY = "AWS::ApiGateway::UsagePlanKey";
  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String ALIAS = "AWS::Lambda::Alias";
  private static final String STAGE = "AWS::ApiGateway::Stage";
  private static final String TABLE = "AWS::DynamoDB::Table";
  private static final String BUS = "AWS::Events::EventBus";
  private static final String ARCHIVE = "AWS::Events::Archive";
  private static final String QUEUE = "AWS::SQS::Queue";
  private static final String RULE = "AWS::Events::Rule";
  private static final String API_DESTINATION = "AWS::Events::ApiDestination";
  private static final String CONNECTION = "AWS::Events::Connection";
  private static final String FUNCTION_NAME = "FunctionName";
  private static final String SECRET = "AWS::SecretsManager::Secret";
  private static final String LOG_GROUP = "AWS::Logs::LogGroup";
  private static final String BUCKET = "AWS::S3::Bucket";
  private static final String SUBSCRIPTION = "AWS::Logs::SubscriptionFilter";

  private static final Set<String> READ =
      Set.of(
          API,
          API_KEY,
          USAGE_PLAN,
          USAGE_PLAN_KEY,
          MAPPING,
          FUNCTION,
          ALIAS,
          STAGE,
          TABLE,
          BUS,
          ARCHIVE,
          QUEUE,
          RULE,
          API_DESTINATION,
          CONNECTION,
          SECRET,
          LOG_GROUP,
          BUCKET,
          SUBSCRIPTION);

  private final Stack stack;
  private final PhysicalIds ids;
  private final Path root;
  private final AddressLocations locations;
  private final LeftUndone left = new LeftUndone();
  private final Map<Resource, Properties> properties = new LinkedHashMap<>();

  StackReader(Stack stack, PhysicalIds ids, Path root, AddressLocations locations) {
    this.stack = stack;
    this.ids = ids;
    this.root = root;
    this.locations = locations;
  }

  StackPlan read() {
    for (Resource resource : stack.resources()) {
      if (LeftUndone.TYPES.contains(resource.type())) {
        left.add(resource);
      } else if (isRead(resource.type())) {
        properties.put(resource, resource.read());
      } else {
        throw resource.fault("has the type " + resource.type() + ", unknown to the local run");
      }
    }
    ApiDefinition api =
        only(API, each -> ApiDefinition.read(each, stack.pseudoParameters().accountId()));
    Map<String, StreamSettings> streams = new LinkedHashMap<>();
    List<QueueMappingSettings> queueMappings = new ArrayList<>();
    ofType(MAPPING)
        .forEach(
            mapping -> {
              if (mapping.text("EventSourceArn").contains(":sqs:")) {
                queueMappings.add(QueueMappingSettings.read(mapping));
              } else {
                streams.put(mapping.resource().logicalId(), StreamSettings.read(mapping));
              }
            });
    IdentitySettings identity = identity();
    FirewallPlan firewall = firewall(api);
    TopicPlan topics = TopicReader.read(matching(TopicReader::takes), this::isQueue);
    List<ConnectionSettings> connections = list(CONNECTION, this::connection);
    List<ApiDestinationSettings> destinations =
        list(API_DESTINATION, each -> ApiDestinationSettings.read(each, connections));
    StackPlan plan =
        new StackPlan(
            api,
            usage(api),
            list(FUNCTION, this::function),
            map(TABLE, TableSettings::read),
            buses(),
            list(ARCHIVE, this::archive),
            list(QUEUE, QueueSettings::read),
            list(RULE, rule -> rule(rule, topics, destinations)),
            destinations,
            ScheduleReader.read(matching(ScheduleReader::takes), this::isFunction, this::isQueue),
            List.copyOf(queueMappings),
            Collections.unmodifiableMap(streams),
            identity,
            client(identity, ClientSettings.Grant.CODE),
            client(identity, ClientSettings.Grant.CLIENT_CREDENTIALS),
            map(SECRET, SecretDefinition::read),
            list(LOG_GROUP, LogGroupSettings::read),
            list(SUBSCRIPTION, SubscriptionSettings::read),
            firewall,
            topics,
            AlarmReader.read(matching(AlarmReader::takes), topics::hasTopic),
            AccessReader.read(stack, matching(AccessReader::takes)),
            left);
    ofType(MAPPING).forEach(mapping -> requireFunction(mapping, plan));
    ofType(ALIAS).forEach(alias -> alias(alias, plan));
    ofType(STAGE).forEach(stage -> stage(stage, api));
    ofType(BUCKET).forEach(StackReader::bucket);
    new DestinationReferences(stack).check(plan);
    new LogReferences(plan)
        .check(
            ofType(SUBSCRIPTION),
            ofType(FUNCTION),
            ofType(API).getFirst(),
            ofType("AWS::WAFv2::LoggingConfiguration"),
            ofType(IdentityTemplate.LOG_DELIVERY));
    properties.values().forEach(this::end);
    return plan;
  }

  private static boolean isRead(String type) {
    return READ.contains(type)
        || IdentityTemplate.takes(type)
        || FirewallReader.takes(type)
        || TopicReader.takes(type)
        || ScheduleReader.takes(type)
        || AlarmReader.takes(type)
        || AccessReader.takes(type);
  }

  private boolean isFunction(String arn) {
    return stack.ofType(FUNCTION).stream()
        .map(function -> function.physical().attributes().getOrDefault("Arn", ""))
        .anyMatch(function -> arn.equals(function) || arn.startsWith(function + ":"));
  }

  private boolean isQueue(String arn) {
    return stack.ofType(QUEUE).stream()
        .anyMatch(queue -> arn.equals(queue.physical().attributes().get("Arn")));
  }

  private FirewallPlan firewall(ApiDefinition api) {
    String pool =
        stack
            .ofType(IdentityTemplate.POOL)
            .getFirst()
            .physical()
            .attributes()
            .getOrDefault("Arn", "");
    return FirewallReader.read(
        matching(FirewallReader::takes),
        stack.pseudoParameters().accountId(),
        "/restapis/" + api.apiId() + "/stages/" + api.stage(),
        pool,
        locations);
  }

  /** Refuses what nobody read. */
  private void end(Properties resource) {
    resource.end();
    left.add(resource.left());
  }

  private IdentitySettings identity() {
    Resource _ = only(IdentityTemplate.POOL, Properties::resource);
    return IdentityTemplate.read(matching(IdentityTemplate::takes), ids);
  }

  /** Returns the first client that uses a grant: whoever looks at a run is told how to use it. */
  private ClientSettings client(IdentitySettings identity, ClientSettings.Grant grant) {
    return identity.clients().stream()
        .filter(client -> client.grants().contains(grant))
        .findFirst()
        .orElseThrow(
            () ->
                stack.fault(
                    "a run needs an app client with the OAuth flow "
                        + grant.name().toLowerCase(Locale.ROOT)
                        + ", and there is none"));
  }

  private FunctionSettings function(Properties function) {
    FunctionSettings settings = FunctionSettings.read(function);
    Path jar = root.resolve(settings.code());
    if (!Files.isRegularFile(jar)) {
      throw function.fault("CodeUri", "names no file: there is no " + jar);
    }
    return settings;
  }

  private UsageSettings usage(ApiDefinition api) {
    List<Properties> keys = ofType(API_KEY);
    if (keys.isEmpty()) {
      throw stack.fault("a run needs a resource of type " + API_KEY + ", and there is none");
    }
    return UsageSettings.read(keys, ofType(USAGE_PLAN), ofType(USAGE_PLAN_KEY), api);
  }

  private List<BusSettings> buses() {
    List<BusSettings> buses = list(BUS, BusSettings::read);
    if (buses.isEmpty()) {
      throw stack.fault("a run needs a resource of type " + BUS + ", and there is none");
    }
    return buses;
  }

  private ArchiveSettings archive(Properties archive) {
    ArchiveSettings settings = ArchiveReader.read(archive);
    if (!new DestinationReferences(stack).hasBus(settings.busArn())) {
      throw archive.fault("SourceArn", "names no bus of the template");
    }
    return settings;
  }

  private ConnectionSettings connection(Properties connection) {
    ConnectionSettings settings = ConnectionSettings.read(connection);
    boolean isThere =
        stack.ofType(SECRET).stream()
            .anyMatch(secret -> secret.physical().ref().equals(settings.key().secretId()));
    if (!isThere) {
      throw connection.fault("AuthParameters", "names no secret of the template");
    }
    return settings;
  }

  private static RuleSettings rule(
      Properties rule, TopicPlan topics, List<ApiDestinationSettings> destinations) {
    RuleSettings settings = RuleSettings.read(rule);
    for (RuleTarget target : settings.targets()) {
      boolean isStray =
          RuleTarget.isTopic(target.arn())
              ? !topics.hasTopic(target.arn())
              : RuleTarget.isDestination(target.arn())
                  && destinations.stream().noneMatch(each -> each.arn().equals(target.arn()));
      if (isStray) {
        throw rule.fault("Targets", "names a target that is nothing of the template");
      }
    }
    return settings;
  }

  /** An alias is the function itself: a run has one version of it. */
  private static void alias(Properties alias, StackPlan plan) {
    requireFunction(alias, plan);
    String _ = alias.text("Name");
  }

  private static void requireFunction(Properties owner, StackPlan plan) {
    if (!plan.hasFunction(owner.text(FUNCTION_NAME))) {
      throw owner.fault(FUNCTION_NAME, "names no function of the template");
    }
  }

  /** A stage is the API itself: a run has one. */
  private static void stage(Properties stage, ApiDefinition api) {
    if (!stage.text("RestApiId").equals(api.apiId())) {
      throw stage.fault("RestApiId", "is not the API of the template");
    }
    if (!stage.text("StageName").equals(api.stage())) {
      throw stage.fault("StageName", "is not the stage of the API");
    }
  }

  /** Who may read a bucket is said elsewhere; what it does with old versions changes nothing. */
  private static void bucket(Properties bucket) {
    Optional<String> _ = bucket.optionalText("BucketName");
    bucket.leave("BucketEncryption", "LifecycleConfiguration", "OwnershipControls");
    bucket.leave("PublicAccessBlockConfiguration", "VersioningConfiguration");
  }

  private List<Properties> matching(Predicate<String> type) {
    return properties.entrySet().stream()
        .filter(entry -> type.test(entry.getKey().type()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private List<Properties> ofType(String type) {
    return matching(type::equals);
  }

  private <T> List<T> list(String type, Function<Properties, T> reader) {
    return ofType(type).stream().map(reader).toList();
  }

  private <T> Map<String, T> map(String type, Function<Properties, T> reader) {
    Map<String, T> read = new LinkedHashMap<>();
    ofType(type).forEach(each -> read.put(each.resource().logicalId(), reader.apply(each)));
    return Collections.unmodifiableMap(read);
  }

  private <T> T only(String type, Function<Properties, T> reader) {
    List<Properties> all = ofType(type);
    if (all.size() != 1) {
      throw stack.fault(
          "a run needs one resource of type " + type + ", and there are " + all.size());
    }
    return reader.apply(all.getFirst());
  }
}
