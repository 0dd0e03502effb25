@echo off
rem Starts Orrery with the arguments given. Builds it first where that has not been done, or the sources have changed.
setlocal
set "root=%~dp0"
set "layout=%root%app\target\orrery"
set "lock=%root%.mvn\build.lock"

call "%root%.mvn\jdk.cmd" || exit /b 1
call :is_built || call :build || exit /b 1
"%JAVA_HOME%\bin\java.exe" "-XX:AOTCache=%layout%\app.aot" "@%layout%\flags" -p "%layout%\lib" -m orrery.app/orrery.app.Main %*
exit /b %errorlevel%

rem Folders count too: they tell of deleted files.
:is_built
if not exist "%layout%\built" exit /b 1
powershell -NoProfile -ExecutionPolicy Bypass -Command "$built = (Get-Item ($env:layout + '\built')).LastWriteTimeUtc; $roots = ($env:root + 'pom.xml'), ($env:root + '*\pom.xml'), ($env:root + '*\src\main'); $newer = Get-Item $roots; $newer += Get-ChildItem ($env:root + '*\src\main') -Recurse; if ($newer | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 1 } else { exit 0 }"
exit /b %errorlevel%

rem One build at a time: only one process can have the lock file open for writing.
:build
where mvn.cmd >nul 2>nul || (
  >&2 echo Orrery needs Maven to be built: install it and put it on the PATH.
  exit /b 1
)
:wait
set "held="
set "failed=0"
8>&2 2>nul (9>"%lock%" (set "held=yes" & call :locked 2>&8))
if defined held exit /b %failed%
ping -n 2 127.0.0.1 >nul
goto wait

:locked
call :is_built && exit /b 0
>&2 echo Building Orrery...
type nul >"%root%.mvn\build.started"
pushd "%root%"
call mvn -B -q -ntp -pl app -am package -Dquick <nul >&2
if errorlevel 1 set "failed=1"
popd
if %failed%==0 (
  rem One query is asked for the JVM to remember what a start loads and links: the next start is faster for it.
  "%JAVA_HOME%\bin\java.exe" "-XX:AOTCacheOutput=%layout%\app.aot" "@%layout%\flags" -p "%layout%\lib" -m orrery.app/orrery.app.Main query sample "Book.objects.all()[:5]" --format json <nul >nul 2>nul
  move /y "%root%.mvn\build.started" "%layout%\built" >nul
) else (
  >&2 echo Orrery could not be built: Maven's messages above say why.
)
exit /b %failed%
