package dev.rampart.local.account;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * Who asks, and where.
 *
 * @param region in which everything is
 * @param profile of the shared configuration; empty for what the environment says
 * @param endpoint asked instead of AWS itself
 */
public record AwsTarget(String region, Optional<String> profile, Optional<URI> endpoint) {
  private static final String DEFAULT_PROFILE = "default";

  /**
   * Returns the target that options and environment name.
   *
   * @param region the option; empty for what profile and environment say
   * @param profile the option; empty for what the environment says
   * @throws IllegalArgumentException if nothing names a region, or if there is no such region or
   *     profile
   */
  public static AwsTarget of(Optional<String> region, Optional<String> profile) {
    return of(region, profile, ProfileFile.defaultProfileFile());
  }

  static AwsTarget of(Optional<String> region, Optional<String> profile, ProfileFile file) {
    String name = profile.orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
    if (profile.isPresent() || !name.equals(DEFAULT_PROFILE)) {
      requireProfile(name, file);
    }
    String found = region.orElseGet(() -> regionOf(name, file));
    requireRegion(found);
    return new AwsTarget(found, profile, Optional.empty());
  }

  private static void requireProfile(String name, ProfileFile file) {
    if (file.profile(name).isEmpty()) {
      Set<String> names = new TreeSet<>(file.profiles().keySet());
      throw new IllegalArgumentException(
          "there is no AWS profile %s; %s. aws configure sso makes one"
              .formatted(
                  name,
                  names.isEmpty() ? "there are none" : "there are " + String.join(", ", names)));
    }
  }

  /** Without it AWS could not be reached, since a host would be asked that there is not. */
  private static void requireRegion(String region) {
    List<String> regions =
        Region.regions().stream()
            .filter(one -> !one.isGlobalRegion())
            .map(Region::id)
            .sorted()
            .toList();
    if (!regions.contains(region)) {
      throw new IllegalArgumentException(
          "there is no AWS region %s, as far as this version knows; there are %s"
              .formatted(region, String.join(", ", regions)));
    }
  }

  /** Asks environment and configuration, but not the network, as a machine of EC2 could be. */
  private static String regionOf(String profile, ProfileFile file) {
    try {
      return new AwsRegionProviderChain(
              new SystemSettingsRegionProvider(), new AwsProfileRegionProvider(() -> file, profile))
          .getRegion()
          .id();
    } catch (SdkClientException e) {
      throw new IllegalArgumentException(
          "no AWS region is set: say --region eu-west-1, for example, or set AWS_REGION", e);
    }
  }

  /** Returns the arguments that make the command lines of AWS and SAM ask the same. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    profile.ifPresent(name -> arguments.addAll(List.of("--profile", name)));
    arguments.addAll(List.of("--region", region));
    return arguments;
  }

  /** Returns the arguments as a person types them, with a blank before each. */
  public String options() {
    return " " + String.join(" ", arguments());
  }
}
