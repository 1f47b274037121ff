package dev.ticketrail.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks servers how they are.
 */
final class Http {

	private Http() {
	}

	/** Whether a GET is answered with 200 within two seconds. */
	static boolean isOk(URI address) {
		try {
			HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
			connection.setConnectTimeout(2_000);
			connection.setReadTimeout(2_000);
			try {
				return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
			}
			finally {
				connection.disconnect();
			}
		}
		catch (IOException _) {
			return false;
		}
	}

}
