package dev.ticketrail.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for a service: is ready at once, and tells its environment. With
 * {@code STAND_IN_FAILS} set it ends instead.
 */
public final class StandIn {

	private StandIn() {
	}

	public static void main(String[] args) throws IOException {
		if (System.getenv("STAND_IN_FAILS") != null) {
			new IllegalStateException("failed", new IOException("no database")).printStackTrace();
			System.exit(3);
		}
		HttpServer server = HttpServer
			.create(new InetSocketAddress("localhost", Integer.parseInt(System.getenv("SERVER_PORT"))), 0);
		server.createContext("/", (exchange) -> {
			byte[] body = System.getenv().toString().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			try (OutputStream out = exchange.getResponseBody()) {
				out.write(body);
			}
		});
		server.start();
	}

	/**
	 * A repository in which each service is this one.
	 */
	static Repository repository(Path root) throws IOException {
		for (ShopService service : ShopService.values()) {
			Path jar = new Repository(root).jar(service);
			Files.createDirectories(jar.getParent());
			write(jar);
		}
		Path mail = new Repository(root).mailJar();
		Files.createDirectories(mail.getParent());
		Files.createSymbolicLink(mail, Repository.find().mailJar());
		return new Repository(root);
	}

	private static void write(Path jar) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().putValue("Start-Class", StandIn.class.getName());
		String entry = StandIn.class.getName().replace('.', '/') + ".class";
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			out.putNextEntry(new JarEntry("BOOT-INF/classes/" + entry));
			out.write(StandIn.class.getClassLoader().getResourceAsStream(entry).readAllBytes());
		}
	}

}
