@echo off
rem Starts the ELIQ Workbench on Windows: finds a JDK (25 or later), builds when the sources changed, runs.
setlocal enabledelayedexpansion
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"

set "JDK="
call :consider "%ELIQ_JAVA_HOME%"
call :consider "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~D"
if not defined JDK (
  echo eliq: no JDK 25 or later was found. Install one and set JAVA_HOME to it. 1>&2
  exit /b 1
)

rem The stamp holds the newest source time seen by the last build.
set "STAMP=%HERE%\target\.built"
set "NEWEST="
for /f "usebackq delims=" %%T in (`powershell -NoProfile -Command "(Get-ChildItem -Recurse -File '%HERE%\src\main','%HERE%\pom.xml' | Measure-Object LastWriteTimeUtc -Maximum).Maximum.Ticks"`) do set "NEWEST=%%T"
set "BUILT="
if exist "%STAMP%" set /p BUILT=<"%STAMP%"
if not "!NEWEST!"=="!BUILT!" (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo eliq: Maven ^(mvn^) was not found. Install it; it is needed once, to build. 1>&2
    exit /b 1
  )
  echo eliq: building; the first time the libraries are downloaded ^(about 250 MB^) ... 1>&2
  pushd "%HERE%"
  set "JAVA_HOME=!JDK!"
  call mvn -q -B -ntp -Dspotless.check.skip=true compile 1>&2
  if errorlevel 1 (
    popd
    echo eliq: the build failed; the lines above say why. 1>&2
    exit /b 1
  )
  popd
  >"%STAMP%" echo !NEWEST!
)

rem Compute threads that spin while they wait steal the processor from those that paint and decode beside them.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"

rem Without an argument it is the desktop, where pauses of the collector are seen in scrolling (docs/decisions/0112).
set "COLLECTOR=-XX:+UseSerialGC"
set "EVEN=-XX:+UseG1GC -XX:MaxGCPauseMillis=4 -XX:-ClassUnloadingWithConcurrentMark"
if "%~1"=="" set "COLLECTOR=%EVEN%"
if "%~1"=="bench" set "COLLECTOR=%EVEN%"

"%JDK%\bin\java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %COLLECTOR% ^
  -Dai.djl.offline=true -Dorg.slf4j.simpleLogger.defaultLogLevel=error "-Deliq.installation=%HERE%" %ELIQ_JAVA_OPTIONS% ^
  -cp "%HERE%\target\classes;%HERE%\target\lib\*" eliq.Eliq %*
exit /b %errorlevel%

:consider
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "RELEASE=%%~V"
  set "RELEASE=!RELEASE:"=!"
  if !RELEASE! GEQ 25 set "JDK=%~1"
)
exit /b 0
