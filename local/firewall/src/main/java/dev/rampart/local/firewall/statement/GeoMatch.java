package dev.rampart.local.firewall.statement;

import dev.rampart.local.firewall.location.AddressLocations;
import dev.rampart.local.firewall.location.CountryPlace;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the country that a request comes from, and adds labels that say where it comes from,
 * whether it matches or not (AWS WAF Developer Guide, "Geographic match rule statement").
 *
 * @param countries in ISO 3166-1 alpha-2
 * @param forwarded the header with the address; empty for the address of the connection
 */
record GeoMatch(
    Set<String> countries, Optional<ForwardedAddress> forwarded, AddressLocations locations)
    implements RuleStatement {

  @Override
  public boolean matches(RequestEvaluation evaluation) {
    return ForwardedAddress.client(
        forwarded, evaluation, address -> matches(evaluation, locations.place(address)));
  }

  private boolean matches(RequestEvaluation evaluation, CountryPlace place) {
    String prefix = forwarded.isPresent() ? "awswaf:forwardedip:geo:" : "awswaf:clientip:geo:";
    evaluation.labels().add(prefix + "country:" + place.country());
    evaluation.labels().add(prefix + "region:" + place.country() + "-" + place.region());
    return countries.contains(place.country());
  }

  @Override
  public int capacity() {
    return 1;
  }
}
