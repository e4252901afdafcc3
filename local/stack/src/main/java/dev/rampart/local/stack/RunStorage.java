package dev.rampart.local.stack;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.gateway.integration.ObjectStorage;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.storage.RoleStorage;
import dev.rampart.local.stack.storage.SiteBucket;
import dev.rampart.local.stack.storage.SiteConfig;
import dev.rampart.local.stack.storage.StaticSite;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The buckets of a run: one with a site in it, if the template has it and the site is built.
 *
 * @param buckets by name
 */
record RunStorage(Stack stack, Map<String, SiteBucket> buckets) {

  static RunStorage open(Optional<StaticSite> site, Stack stack, Progress progress)
      throws IOException {
    Map<String, SiteBucket> buckets = new HashMap<>();
    for (Resource bucket : stack.ofType("AWS::S3::Bucket")) {
      if (site.isPresent() && bucket.logicalId().equals(site.get().bucket())) {
        SiteBucket files = SiteBucket.of(site.get().folder());
        if (files.isEmpty()) {
          progress.step(
              "the site of %s is not built: there is nothing in %s"
                  .formatted(bucket.logicalId(), site.get().folder()));
        }
        buckets.put(bucket.physical().ref(), files);
      }
    }
    return new RunStorage(stack, Map.copyOf(buckets));
  }

  /** Returns what the API reads from. */
  ObjectStorage of(String stageArn, AccessControl access) {
    String api = stack.ofType("AWS::Serverless::Api").getFirst().logicalId();
    return new RoleStorage(api, stageArn, access, buckets);
  }

  /** Returns what stands for addresses of AWS: the sign-in is on a port of this machine. */
  Map<String, String> addresses(String signInUrl) {
    Map<String, String> addresses = new HashMap<>();
    String region = stack.pseudoParameters().region();
    for (Resource domain : stack.ofType("AWS::Cognito::UserPoolDomain")) {
      addresses.put(
          "https://%s.auth.%s.amazoncognito.com".formatted(domain.physical().ref(), region),
          signInUrl);
    }
    return addresses;
  }

  /** Tells the pages of the site what they need to know of the run. */
  void describe(Instance instance, String stage) {
    buckets.values().forEach(files -> files.put(SiteConfig.KEY, SiteConfig.of(instance, stage)));
  }
}
