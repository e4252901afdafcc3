/** Where an address is, by databases that whoever runs Rampart brings along. */
@NullMarked
package dev.rampart.local.firewall.location;

import org.jspecify.annotations.NullMarked;
