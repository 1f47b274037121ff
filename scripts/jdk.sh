# Sourced by ./demo and ./bench.

# JAVA_HOME first, then the usual places: Linux packages, SDKMAN, macOS, Homebrew, the PATH.
find_jdk() {
	local home
	for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* ~/.sdkman/candidates/java/25* ~/.jdks/*25* \
			/Library/Java/JavaVirtualMachines/*25*/Contents/Home /opt/homebrew/opt/openjdk@25 /usr/local/opt/openjdk@25 \
			"$(dirname "$(dirname "$(command -v java || echo /none/bin/java)")")"; do
		if [ -x "$home/bin/javac" ] && "$home/bin/java" -version 2>&1 | grep -qE 'version "(2[5-9]|[3-9][0-9])'; then
			echo "$home"
			return
		fi
	done
	echo "no JDK 25 found: install one (for example from https://adoptium.net) or point JAVA_HOME to it" >&2
	return 1
}
