# The command side: it decides and writes events.
FROM eclipse-temurin:25.0.3_9-jre-noble

RUN groupadd --system mastro && useradd --system --gid mastro --no-create-home mastro \
    && install --directory --owner=mastro --group=mastro /var/lib/mastro/checkpoints
WORKDIR /opt/mastro
COPY target/command-side-1.0.0-SNAPSHOT-exec.jar command-side.jar
USER mastro

EXPOSE 8081

# Asked with the shell alone, because the image promises no program that speaks HTTP.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=12 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8081; printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3; head -1 <&3 | grep -q ' 200'"]

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", "-jar", "command-side.jar"]
