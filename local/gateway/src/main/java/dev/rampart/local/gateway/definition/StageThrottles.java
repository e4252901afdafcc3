package dev.rampart.local.gateway.definition;

import dev.rampart.local.template.Properties;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The throttles in the {@code MethodSettings} of a stage. A limit for all methods is one for each
 * of them, not one that they share ("Throttle requests to your REST APIs": such limits "are applied
 * at the API method level for a stage").
 */
public final class StageThrottles {
  private static final String PATH = "ResourcePath";
  private static final String METHOD = "HttpMethod";
  private static final String ALL_PATHS = "/*";
  private static final String ALL_METHODS = "*";

  private final Optional<Throttle> general;
  private final Map<String, Throttle> methods;

  private StageThrottles(Optional<Throttle> general, Map<String, Throttle> methods) {
    this.general = general;
    this.methods = methods;
  }

  /**
   * Reads the settings of all methods and of single ones.
   *
   * @throws dev.rampart.local.template.source.TemplateException if one names no method of the API,
   *     stands twice, or asks for a cache
   */
  static StageThrottles read(Properties api, Routes routes) {
    Map<String, Optional<Throttle>> found = new LinkedHashMap<>();
    for (Properties setting : api.objects("MethodSettings")) {
      setting.leave("CacheDataEncrypted", "CacheTtlInSeconds", "DataTraceEnabled");
      setting.leave("LoggingLevel", "MetricsEnabled");
      if (setting.flag("CachingEnabled", false)) {
        throw setting.fault("CachingEnabled", "is true, and the local run has no cache");
      }
      String key = key(setting, routes);
      if (found.containsKey(key)) {
        throw setting.fault(PATH, "has settings of its method already");
      }
      found.put(key, Throttle.read(setting, "ThrottlingRateLimit", "ThrottlingBurstLimit"));
    }
    Optional<Throttle> general = found.getOrDefault(ALL_PATHS, Optional.empty());
    Map<String, Throttle> methods = new LinkedHashMap<>();
    found.forEach((key, limit) -> limit.ifPresent(throttle -> methods.put(key, throttle)));
    return new StageThrottles(general, methods);
  }

  private static String key(Properties setting, Routes routes) {
    String path = setting.text(PATH);
    String method = setting.text(METHOD);
    if (path.equals(ALL_PATHS) && method.equals(ALL_METHODS)) {
      return ALL_PATHS;
    }
    // A slash is written ~1 after the first, the root as it is ("AWS::ApiGateway::Stage
    // MethodSetting").
    String named = path.length() < 2 ? path : path.substring(1).replace("~1", "/");
    String key = ApiOperation.methodKey(named, method);
    if (!path.startsWith("/") || !routes.has(key)) {
      throw setting.fault(PATH, "and " + METHOD + " name no method of the API: " + key);
    }
    return key;
  }

  /** Returns the limit of one method; that of the account if the stage sets none. */
  public Throttle of(ApiOperation operation) {
    return Optional.ofNullable(methods.get(operation.methodKey()))
        .or(() -> general)
        .orElse(Throttle.ACCOUNT);
  }
}
