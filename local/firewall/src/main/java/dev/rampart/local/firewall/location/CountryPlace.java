package dev.rampart.local.firewall.location;

/**
 * Where an address is.
 *
 * @param country its code in ISO 3166-1 alpha-2; {@code XX} if it is not known
 * @param region the code of its part in ISO 3166-2, without the country; {@code XX} if it is not
 *     known
 */
public record CountryPlace(String country, String region) {
  private static final String UNKNOWN = "XX";

  /** What is said of an address that no database knows. */
  static final CountryPlace NOWHERE = new CountryPlace(UNKNOWN, UNKNOWN);

  static CountryPlace of(String country, String region) {
    return new CountryPlace(
        country.isEmpty() ? UNKNOWN : country, region.isEmpty() ? UNKNOWN : region);
  }
}
