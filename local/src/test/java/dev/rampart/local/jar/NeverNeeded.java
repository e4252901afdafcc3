package dev.rampart.local.jar;

import java.util.List;

/**
 * Classes that the walk takes for needed and no function ever loads.
 *
 * @param types a package, or a class by its full name
 * @param by the package or class that names them
 * @param why why it never comes to that
 */
record NeverNeeded(String types, String by, String why) {

  static final List<NeverNeeded> LIST =
      List.of(
          new NeverNeeded(
              "com/lmax/disruptor/",
              "org/apache/logging/log4j/core/",
              "for asynchronous loggers; log4j2.xml has none"),
          new NeverNeeded(
              "org/osgi/framework/",
              "org/apache/logging/log4j/",
              "for OSGi containers; Log4j asks first whether it is in one"),
          new NeverNeeded(
              "org/jctools/queues/",
              "org/apache/logging/log4j/layout/template/json/util/RecyclerFactories",
              "a faster queue; Log4j asks first whether it is there"),
          new NeverNeeded(
              "org/apache/logging/log4j/spi/GarbageFreeSortedArrayThreadContextMap",
              "org/apache/logging/log4j/core/impl/Log4jProvider",
              "the former name of a class, which a setting may still use"),
          new NeverNeeded(
              "org/apache/logging/slf4j/SLF4JLoggerContext",
              "org/apache/logging/slf4j/Log4jLoggerFactory",
              "the bridge in the other direction; Log4j refuses to work beside it"),
          new NeverNeeded(
              "com/fasterxml/jackson/dataformat/yaml/",
              "org/apache/logging/log4j/core/config/yaml/",
              "for a configuration in YAML; ours is in XML"),
          new NeverNeeded(
              "com/fasterxml/jackson/dataformat/yaml/",
              "com/networknt/schema/serialization/YamlMapperFactory$Holder",
              "for schemas in YAML; those of a function without it are in JSON"),
          new NeverNeeded(
              "software/amazon/awssdk/crt/",
              "software/amazon/awssdk/checksums/internal/",
              "checksums in native code; the SDK asks first whether they are there"),
          new NeverNeeded(
              "software/amazon/awssdk/crt/",
              "software/amazon/awssdk/http/auth/aws/crt/",
              "for signatures that hold in several regions; no service of ours asks for one"),
          new NeverNeeded(
              "software/amazon/awssdk/services/dynamodb/model/",
              "software/amazon/awssdk/services/dynamodb/DynamoDbEndpointDiscoveryCacheLoader",
              "for endpoint discovery, which is off"),
          new NeverNeeded(
              "software/amazon/awssdk/services/dynamodb/model/DescribeEndpointsResponse",
              "software/amazon/awssdk/services/dynamodb/DefaultDynamoDbClient",
              "for endpoint discovery, which is off"),
          new NeverNeeded(
              "software/amazon/awssdk/services/dynamodb/transform/DescribeEndpointsRequestMarshaller",
              "software/amazon/awssdk/services/dynamodb/DefaultDynamoDbClient",
              "for endpoint discovery, which is off"),
          new NeverNeeded(
              "software/amazon/awssdk/services/dynamodb/model/",
              "software/amazon/awssdk/services/dynamodb/model/DescribeEndpointsRequest",
              "for endpoint discovery, which is off"),
          new NeverNeeded(
              "software/amazon/awssdk/services/dynamodb/model/",
              "software/amazon/awssdk/services/dynamodb/model/DescribeEndpointsRequest"
                  + Verifier.VERIFIED,
              "for endpoint discovery, which is off"),
          new NeverNeeded(
              "software/amazon/awssdk/services/dynamodb/model/",
              "software/amazon/awssdk/services/dynamodb/endpoints/internal/"
                  + "DynamoDbEndpointResolverUtils",
              "for transactions that read, and for imports; no function calls them"),
          new NeverNeeded(
              "org/javatuples/",
              "software/amazon/cloudwatchlogs/emf/sinks/retry/FibonacciRetryStrategy",
              "for metrics sent to an agent; a function prints them"),
          new NeverNeeded(
              "io/burt/jmespath/",
              "software/amazon/lambda/powertools/",
              "for queries over events; our functions read their events themselves"),
          new NeverNeeded(
              "com/fasterxml/jackson/datatype/joda/",
              "software/amazon/lambda/powertools/utilities/",
              "for the event types of the library; our functions read their events themselves"),
          new NeverNeeded(
              "com/amazonaws/services/lambda/runtime/",
              "software/amazon/lambda/powertools/validation/",
              "for the event types of the library; our functions read their events themselves"),
          new NeverNeeded(
              "org/aspectj/lang/",
              "software/amazon/lambda/powertools/validation/internal/",
              "for annotations that are woven in; our functions call the checks"),
          new NeverNeeded(
              "software/amazon/lambda/powertools/core/",
              "software/amazon/lambda/powertools/validation/internal/",
              "for annotations that are woven in; our functions call the checks"));

  /** Returns whether this is the reason why a missing class is no loss. */
  boolean explains(Missing missing) {
    return covers(types, missing.type()) && covers(by, missing.by());
  }

  private static boolean covers(String scope, String name) {
    return scope.endsWith("/") ? name.startsWith(scope) : name.equals(scope);
  }
}
