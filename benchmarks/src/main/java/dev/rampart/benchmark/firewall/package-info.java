/** How long the local firewall takes to judge a request. */
@NullMarked
package dev.rampart.benchmark.firewall;

import org.jspecify.annotations.NullMarked;
