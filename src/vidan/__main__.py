from vidan.site.command import main

main()
