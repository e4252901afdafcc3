package dev.rampart.local.stack;

import dev.rampart.local.template.LeftProperty;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a run leaves undone of a template; filled while the template is read. */
final class LeftUndone {
  /** They describe; nothing could be enforced about them. */
  static final Set<String> DESCRIBING = Set.of("Description", "Tags", "UserPoolTags");

  /** Types that change nothing in a run, whatever their properties; the page has the same. */
  static final Set<String> TYPES =
      Set.of(
          "AWS::ApiGateway::Account",
          "AWS::CloudWatch::Dashboard",
          "AWS::Cognito::UserPoolRiskConfigurationAttachment",
          "AWS::KMS::Alias",
          "AWS::KMS::Key",
          "AWS::Logs::ResourcePolicy");

  /** What the template leaves as it is written in this repository: the page has the same. */
  static final Set<String> PROPERTIES =
      Set.of(
          "AlwaysDeploy",
          "Architectures",
          "AutoPublishAliasAllProperties",
          "AutoVerifiedAttributes",
          "BucketEncryption",
          "DeletionProtection",
          "DeletionProtectionEnabled",
          "DeploymentPreference",
          "EndpointAccessMode",
          "EndpointConfiguration",
          "FailOnWarnings",
          "GlobalSecondaryIndexes.OnDemandThroughput",
          "KmsKeyArn",
          "KmsKeyId",
          "KmsKeyIdentifier",
          "KmsMasterKeyId",
          "LifecycleConfiguration",
          "LoggingConfig.LogFormat",
          "MethodSettings.DataTraceEnabled",
          "MethodSettings.LoggingLevel",
          "MethodSettings.MetricsEnabled",
          "OnDemandThroughput",
          "OwnershipControls",
          "PointInTimeRecoverySpecification",
          "PublicAccessBlockConfiguration",
          "ReadAttributes",
          "RecursiveLoop",
          "Rules.VisibilityConfig.SampledRequestsEnabled",
          "Runtime",
          "SSESpecification",
          "Schema.AttributeDataType",
          "Schema.Mutable",
          "SecurityPolicy",
          "SnapStart",
          "Tracing",
          "TracingEnabled",
          "UserPoolAddOns",
          "UserPoolTier",
          "VersionDescription",
          "VersioningConfiguration",
          "VisibilityConfig.SampledRequestsEnabled",
          "WriteAttributes");

  private static final String PAGE = "docs/local-fidelity.md";

  /** Lines that are printed about properties. */
  private static final int LINES_MAX = 10;

  private final SortedSet<String> names = new TreeSet<>();

  /** What the page lacks, by the type of the resource and the property. */
  private final Map<String, List<LeftProperty>> others = new LinkedHashMap<>();

  /** Adds a resource of which nothing is read. */
  void add(Resource resource) {
    names.add(resource.type());
  }

  /** Adds properties of resources that are read. */
  void add(List<LeftProperty> properties) {
    for (LeftProperty property : properties) {
      String name = property.name();
      names.add(name);
      if (!PROPERTIES.contains(name) && !DESCRIBING.contains(name)) {
        others
            .computeIfAbsent(property.resource().type() + " " + name, _ -> new ArrayList<>())
            .add(property);
      }
    }
  }

  /** Returns the types of resources, and the properties of others, that change nothing here. */
  SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(names);
  }

  /** Returns what whoever starts a run is told, in few lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d types and properties of the template change nothing here, as %s says"
            .formatted(names.stream().filter(LeftUndone::isDocumented).count(), PAGE));
    others.values().stream().limit(LINES_MAX).map(LeftUndone::line).forEach(lines::add);
    if (others.size() > LINES_MAX) {
      lines.add((others.size() - LINES_MAX) + " more properties change nothing here");
    }
    return List.copyOf(lines);
  }

  private static boolean isDocumented(String name) {
    return TYPES.contains(name) || PROPERTIES.contains(name);
  }

  /** Names the first with its place, and counts the other resources of the type that have it. */
  private static String line(List<LeftProperty> same) {
    LeftProperty first = same.getFirst();
    String more = same.size() == 1 ? "" : ", nor does it in " + (same.size() - 1) + " other places";
    return String.valueOf(
        first.resource().fault(first.at(), "changes nothing here" + more).getMessage());
  }
}
